package dev.perennial.csv;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** The lines of a UTF-8 file, one in memory at a time; a byte order mark is dropped. */
final class Lines implements Closeable {

	/** Longer lines are no rows; they are read over without being kept, in bytes. */
	static final int LONGEST = 65_536;

	private static final byte[] BYTE_ORDER_MARK = { (byte) 0xEF, (byte) 0xBB, (byte) 0xBF };

	private final InputStream in;

	private final byte[] buffer = new byte[65_536];

	private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder()
		.onMalformedInput(CodingErrorAction.REPORT)
		.onUnmappableCharacter(CodingErrorAction.REPORT);

	private int position;

	private int limit;

	private long number;

	Lines(InputStream in) {
		this.in = in;
	}

	/**
	 * The next line without its end.
	 * @return the line, or {@code null} behind the last one
	 */
	@Nullable Line next() throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
		boolean ended = false;
		boolean any = false;
		while (!ended && fill()) {
			any = true;
			int end = this.position;
			while (end < this.limit && this.buffer[end] != '\n') {
				end++;
			}
			bytes.write(this.buffer, this.position, Math.min(end - this.position, LONGEST + 1 - bytes.size()));
			ended = end < this.limit;
			this.position = ended ? end + 1 : end;
		}
		return any ? line(bytes.toByteArray(), ended) : null;
	}

	private boolean fill() throws IOException {
		if (this.position == this.limit) {
			this.position = 0;
			this.limit = Math.max(0, this.in.read(this.buffer));
		}
		return this.position < this.limit;
	}

	private Line line(byte[] bytes, boolean ended) {
		this.number++;
		int from = (this.number == 1 && startsWithMark(bytes)) ? BYTE_ORDER_MARK.length : 0;
		int to = (ended && bytes.length > from && bytes[bytes.length - 1] == '\r') ? bytes.length - 1 : bytes.length;
		ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
		CharBuffer out = CharBuffer.allocate(to - from);
		CoderResult result = this.decoder.reset().decode(in, out, true);
		String text = out.flip().toString();
		if (bytes.length > LONGEST) {
			return new Line(this.number, text, ended,
					"the line is longer than %d bytes: a line end or a quotation mark is missing".formatted(LONGEST));
		}
		if (result.isError()) {
			return new Line(this.number, text, ended,
					"byte 0x%02X at byte %d of the line is not UTF-8: save the file as UTF-8"
						.formatted(bytes[in.position()], in.position() - from + 1));
		}
		return new Line(this.number, text, ended, null);
	}

	private static boolean startsWithMark(byte[] bytes) {
		return bytes.length >= BYTE_ORDER_MARK.length
				&& Arrays.equals(bytes, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
	}

	@Override
	public void close() throws IOException {
		this.in.close();
	}

	/**
	 * A line of a file.
	 *
	 * @param number its number, from 1
	 * @param text its text, up to where it is wrong
	 * @param ended whether the end of a line follows it
	 * @param wrong why it cannot be read
	 */
	record Line(long number, String text, boolean ended, @Nullable String wrong) {

	}

}
