package dev.perennial.architecture.wrong.night;

import com.github.freva.asciitable.AsciiTable;

/** Wrong on purpose: tables are the command line's. */
class DrawsATable {

	String table = AsciiTable.getTable(new String[0][0]);

}
