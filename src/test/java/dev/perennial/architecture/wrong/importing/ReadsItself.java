package dev.perennial.architecture.wrong.importing;

import org.apache.commons.csv.CSVFormat;

/** Wrong on purpose: Commons CSV is csv's. */
class ReadsItself {

	CSVFormat format = CSVFormat.RFC4180;

}
