package dev.perennial.preview.fold;

import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.perennial.dossier.waiting.StoredBankLines.StoredLine;
import dev.perennial.dossier.waiting.StoredRequest;
import dev.perennial.renewal.desk.RequestDesk.Asking;

/**
 * What partners asked and paid, and a night has not answered.
 *
 * @param bank the bank lines
 * @param requests the requests
 */
public record Arrived(Bank bank, Post requests) {

	/** Nothing arrived. */
	public static final Arrived NOTHING = new Arrived(new Bank(List.of(), Set.of(), Map.of()),
			new Post(List.of(), Set.of(), new Asking(Map.of(), Map.of())));

	/**
	 * Bank lines.
	 *
	 * @param lines in the order in which they are matched
	 * @param counted the entry ids among them that were read before
	 * @param invoiced the subscription of each invoice that they name, by number
	 */
	public record Bank(List<StoredLine> lines, Set<String> counted, Map<String, String> invoiced) {

	}

	/**
	 * Requests.
	 *
	 * @param requests in the order in which they are worked off
	 * @param answered the ids among them that were answered before
	 * @param asking who asks
	 */
	public record Post(List<StoredRequest> requests, Set<String> answered, Asking asking) {

	}

}
