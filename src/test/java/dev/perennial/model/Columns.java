package dev.perennial.model;

import java.util.List;
import java.util.Map;

/** The columns of the contract's "Files out". */
final class Columns {

	private static final Map<String, String> BY_FILE = Map.of("invoices.csv", """
			number,type,issue_date,due_date,partner_id,partner_name,partner_vat_id,country,currency,net,tax,gross,\
			tax_treatment,subscription_id,offer,term_starts_on,term_ends_on,payment_method,payment_status,\
			corrects_number""", "invoice-lines.csv", "number,line,description,quantity,unit_net,net,tax_rate,tax",
			"renewals.csv", """
					subscription_id,partner_id,origin,term_starts_on,term_ends_on,outcome,reason,order_number,charged,\
					currency""", "windows.csv",
			"subscription_id,partner_id,expired_on,opens_on,closes_on,benefits_until,event", "notices.csv",
			"subscription_id,partner_id,code,target_on,state,reason,notice_id,message_id", "requests.csv",
			"request_id,type,subscription_id,partner_id,result,reason,date", "bank.csv",
			"entry_id,booked_on,amount,currency,reference,result,invoice_number,credited");

	private Columns() {
	}

	static List<String> of(String file) {
		return List.of(BY_FILE.getOrDefault(file, "").split(","));
	}

}
