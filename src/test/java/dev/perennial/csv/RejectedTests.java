package dev.perennial.csv;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is wrong is repeated with line, column and reason, and without secrets (rules
 * 11.9).
 */
class RejectedTests {

	@TempDir
	@SuppressWarnings("NullAway.Init")
	Path folder;

	@Test
	void repeatsEachBadRowWithLineColumnAndReason() throws IOException {
		reject("id,card_token\nP1\nP2,any-other\n");
		assertThat(this.folder.resolve("x.rejected.csv")).hasContent("""
				line,column,reason,id,card_token
				2,card_token,1 values instead of 2,P1,
				3,id,refused,P2,****""");
	}

	@Test
	void masksEveryValueOfARowThatDoesNotFitItsColumns() throws IOException {
		reject("id,name,card_token\nP1,my-token\nP2,A,B,my-token,4111 1111 1111 1111\n");
		assertThat(this.folder.resolve("x.rejected.csv")).content()
			.contains("2,card_token,2 values instead of 3,P1,****,\r\n", "3,,5 values instead of 3,P2,****,****\r\n")
			.doesNotContain("my-token", "4111");
	}

	@Test
	void masksTokensAndCardNumbersUnderAnyName() throws IOException {
		reject("id,name\npm_card_visa,4111-1111-1111-1111 please\n");
		assertThat(this.folder.resolve("x.rejected.csv")).content()
			.contains("2,id,refused,****,**** please")
			.doesNotContain("pm_card", "4111");
	}

	@Test
	void neutralisesWhatASpreadsheetWouldRun() throws IOException {
		reject("id,name\nP1,=1+1\nP2,+A\nP3,-A\nP4,@A\n");
		assertThat(this.folder.resolve("x.rejected.csv")).content().contains("P1,'=1+1", "P2,'+A", "P3,'-A", "P4,'@A");
	}

	@Test
	void repeatsARowWithLineBreaksOnOneLine() throws IOException {
		reject("id,name,card_token\nP1,\"A\r\n=B, <U+000A>\",any-token\nP2,B,other-token\n");
		assertThat(this.folder.resolve("x.rejected.csv")).hasContent("""
				line,column,reason,id,name,card_token
				2,name,a line break inside a value is not allowed,P1,"A<U+000A>=B, <U+003C>U+000A>",****
				4,id,refused,P2,B,****""");
	}

	@Test
	void repeatsARowThatNobodyCanReadCutAtItsCommas() throws IOException {
		reject("id,name,city\nP1,\"A\"B,C\nP2,A\u0007,=C\nP3,\"A,C\n");
		assertThat(this.folder.resolve("x.rejected.csv")).content()
			.contains(",P1,\"\"\"A\"\"B\",C\r\n", ",P2,A<U+0007>,'=C\r\n", ",P3,\"\"\"A\",C\r\n");
	}

	@Test
	void masksEveryValueOfARowThatNobodyCanRead() throws IOException {
		reject("id,name,card_token\nP1,\"A\"B,my-token\nP2,A\u0007my-token,C\n");
		assertThat(this.folder.resolve("x.rejected.csv")).content()
			.contains(",P1,****,****\r\n", ",P2,****,****\r\n")
			.doesNotContain("my-token");
	}

	@Test
	void removesTheFileOfAnEarlierTryWhenNothingIsWrong() throws IOException {
		Path earlier = Files.writeString(this.folder.resolve("x.rejected.csv"), "old");
		new Rejected(this.folder.resolve("x.csv"), Set.of()).close();
		assertThat(earlier).doesNotExist();
	}

	@Test
	void keepsTheFirstBadRowsInMemoryAndTheOthersInTheFile() throws IOException {
		FileRefused refusal = reject("id,name\n" + "P1\n".repeat(1_000));
		assertThat(refusal.count()).isEqualTo(1_000);
		assertThat(refusal.first()).hasSize(20);
		assertThat(refusal).hasMessageContaining("x.csv refused, nothing of it loaded: line 2, column name: ")
			.hasMessageContaining("and 999 more, see ")
			.hasMessageContaining("x.rejected.csv");
		assertThat(Files.readAllLines(this.folder.resolve("x.rejected.csv"))).hasSize(1_001);
	}

	@Test
	void namesTheBadRowsAlsoWhereItCannotWriteThem() throws IOException {
		Files.createDirectories(this.folder.resolve("x.rejected.csv.part/in-the-way"));
		assertThat(reject("id,name\nP1\n")).hasMessageContaining("line 2, column name");
	}

	private FileRefused reject(String content) throws IOException {
		Path file = Files.writeString(this.folder.resolve("x.csv"), content);
		List<String> columns = List.of(content.substring(0, content.indexOf('\n')).split(","));
		try (Rejected rejected = new Rejected(file, Set.of("card_token"))) {
			new FileIn(file, columns).read((row) -> rejected.add(new BadRow(row.line(), "id", "refused"), row),
					rejected);
			return rejected.asRefusal();
		}
	}

}
