package dev.perennial.architecture.wrong.mail;

import com.stripe.model.PaymentIntent;

/** Wrong on purpose: Stripe is the gateway's. */
class CallsTheGateway {

	PaymentIntent intent = new PaymentIntent();

}
