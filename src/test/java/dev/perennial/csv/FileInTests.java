package dev.perennial.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Every row is good, or is named with line, column and reason. */
class FileInTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	private final List<String> good = new ArrayList<>();

	private final List<BadRow> bad = new ArrayList<>();

	@Test
	void readsColumnsInWhateverOrder() throws IOException {
		read("city,id,name\nWien,P1,Müller\n");
		assertThat(this.good).containsExactly("2 P1|Müller|Wien");
		assertThat(this.bad).isEmpty();
	}

	@Test
	void acceptsAByteOrderMarkAndEveryLineEnd() throws IOException {
		read("\uFEFFid,name,city\r\nP1,A,B\r\nP2,C,D\n\nP3,E,F");
		assertThat(this.good).containsExactly("2 P1|A|B", "3 P2|C|D", "5 P3|E|F");
		assertThat(this.bad).isEmpty();
	}

	@Test
	void dropsBlanksAroundValuesAndNames() throws IOException {
		read(" id ,name, city\n P1 ,\" A B \" ,\tC\u00A0\n");
		assertThat(this.good).containsExactly("2 P1|A B|C");
	}

	@Test
	void readsQuotedValues() throws IOException {
		read("id,name,city\nP1,\"Foo, \"\"Bar\"\" & Co\",\n");
		assertThat(this.good).containsExactly("2 P1|Foo, \"Bar\" & Co|");
	}

	@Test
	void refusesAnotherEncodingByLineColumnAndByte() throws IOException {
		read("id,name,city\nP1,A,B\nP2,Müller,Köln\nP3,C,D\n", StandardCharsets.ISO_8859_1);
		assertThat(this.bad).containsExactly(
				new BadRow(3, "name", "byte 0xFC at byte 5 of the line is not UTF-8: save the file as UTF-8"));
		assertThat(this.good).hasSize(2);
	}

	@Test
	void refusesUtf16() throws IOException {
		read("id,name,city\nP1,A,B\n", StandardCharsets.UTF_16);
		assertThat(this.bad).extracting(BadRow::line, BadRow::reason)
			.containsExactly(Tuple.tuple(1L, "byte 0xFE at byte 1 of the line is not UTF-8: save the file as UTF-8"));
	}

	@Test
	void namesMissingUnknownAndDoubledColumns() throws IOException {
		read("id,name,nmae,id\nP1,A,B,C\n");
		assertThat(this.bad).extracting(BadRow::toString)
			.containsExactly("line 1, column nmae: unknown column 'nmae': expected each once of id,name,city",
					"line 1, column id: doubled column 'id': expected each once of id,name,city",
					"line 1, column city: missing column 'city'");
		assertThat(this.good).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "\uFEFF", "\n", "  \r\n\n" })
	void refusesAnEmptyFile(String content) throws IOException {
		read(content);
		assertThat(this.bad).containsExactly(new BadRow(1, "", "the file is empty: expected the header id,name,city"));
	}

	@Test
	void acceptsAFileWithoutRows() throws IOException {
		read("id,name,city\n");
		assertThat(this.bad).isEmpty();
	}

	@Test
	void refusesTooFewAndTooManyValues() throws IOException {
		read("id,name,city\nP1,A\nP2,A,B,C\nP3,A,B\n");
		assertThat(this.bad).containsExactly(new BadRow(2, "city", "2 values instead of 3"),
				new BadRow(3, "", "4 values instead of 3"));
		assertThat(this.good).containsExactly("4 P3|A|B");
	}

	@Test
	void refusesAFileCutOffInARow() throws IOException {
		read("id,name,city\nP1,A,B\nP2,Mül");
		assertThat(this.bad).containsExactly(new BadRow(3, "city", "2 values instead of 3; the file may be cut off"));
	}

	@Test
	void refusesAFileCutOffInsideQuotationMarksAndReadsOnBehindThem() throws IOException {
		read("id,name,city\nP1,\"A,B\nP2,C,D\nP3,\"E");
		assertThat(this.bad).extracting(BadRow::line, BadRow::column)
			.containsExactly(Tuple.tuple(2L, "name"), Tuple.tuple(4L, "name"));
		assertThat(this.bad).allSatisfy((row) -> assertThat(row.reason()).contains("not closed", "cut off"));
		assertThat(this.good).containsExactly("3 P2|C|D");
	}

	@Test
	void refusesALineBreakInsideAValueOnce() throws IOException {
		read("id,name,city\nP1,\"A\r\nBcc: x@example.com\",B\nP2,C,D\n");
		assertThat(this.bad).containsExactly(new BadRow(2, "name", "a line break inside a value is not allowed"));
		assertThat(this.good).containsExactly("4 P2|C|D");
	}

	@ParameterizedTest
	@ValueSource(strings = { "\u0000", "\u0007", "\u001B", "\u007F", "\u0085", "\r", "\u2028", "\u001C" })
	void refusesControlCharacters(String control) throws IOException {
		read("id,name,city\nP1,A" + control + "B,C\nP2,\"" + control + "A\",C\nP3,A,B\n");
		assertThat(this.bad).extracting(BadRow::line, BadRow::column, BadRow::reason)
			.containsExactly(tuple(2, control), tuple(3, control));
		assertThat(this.good).containsExactly("4 P3|A|B");
	}

	private static Tuple tuple(long line, String control) {
		return Tuple.tuple(line, "name",
				"the control character <U+%04X> is not allowed".formatted((int) control.charAt(0)));
	}

	@Test
	void refusesATabInsideAValueAndALostCharacter() throws IOException {
		read("id,name,city\nP1,A\tB,C\nP2,M\uFFFDller,C\n");
		assertThat(this.bad).extracting(BadRow::line, BadRow::column)
			.containsExactly(Tuple.tuple(2L, "name"), Tuple.tuple(3L, "name"));
	}

	@Test
	void refusesTextBehindAClosingQuotationMark() throws IOException {
		read("id,name,city\nP1,\"A\"B,C\nP2,A,B\n");
		assertThat(this.bad).extracting(BadRow::line, BadRow::column).containsExactly(Tuple.tuple(2L, "name"));
		assertThat(this.good).hasSize(1);
	}

	@Test
	void keepsNoLineThatIsNoRowInMemory() throws IOException {
		read("id,name,city\nP1," + "A".repeat(3_000_000) + ",B\nP2,A,B\n");
		assertThat(this.bad).extracting(BadRow::line, BadRow::column).containsExactly(Tuple.tuple(2L, "name"));
		assertThat(this.good).containsExactly("3 P2|A|B");
	}

	@Test
	void saysWhichLastValueMayBeCutOff() throws IOException {
		FileIn file = file("id,name,city\nP1,A,B\nP2,A,B", StandardCharsets.UTF_8);
		List<Boolean> cutOff = new ArrayList<>();
		try (Rejected rejected = new Rejected(this.folder.resolve("x.csv"), Set.of())) {
			file.read((row) -> cutOff.addAll(List.of(row.mayBeCutOffIn("city"), row.mayBeCutOffIn("name"))), rejected);
		}
		assertThat(cutOff).containsExactly(false, false, true, false);
	}

	@Test
	void hashesTheWholeFileWhateverIsWrongWithIt() throws IOException {
		FileIn file = file("id,nmae\n" + "P1,A\n".repeat(50_000), StandardCharsets.UTF_8);
		try (Rejected rejected = new Rejected(this.folder.resolve("x.csv"), Set.of())) {
			assertThat(file.read((row) -> {
			}, rejected)).isEqualTo(file.sha256());
		}
	}

	private void read(String content) throws IOException {
		read(content, StandardCharsets.UTF_8);
	}

	private void read(String content, Charset charset) throws IOException {
		FileIn file = file(content, charset);
		try (Rejected rejected = new Rejected(this.folder.resolve("x.csv"), Set.of())) {
			file.read(
					(row) -> this.good
						.add("%d %s|%s|%s".formatted(row.line(), row.get("id"), row.get("name"), row.get("city"))),
					rejected);
			if (rejected.count() > 0) {
				this.bad.addAll(rejected.asRefusal().first());
			}
		}
	}

	private FileIn file(String content, Charset charset) throws IOException {
		Path file = this.folder.resolve("x.csv");
		Files.writeString(file, content, charset);
		return new FileIn(file, List.of("id", "name", "city"));
	}

}
