package dev.perennial.subscription;

/** How a term is paid: a card is charged at once, a bank transfer is invoiced. */
public enum PaymentMethod {

	CARD, TRANSFER

}
