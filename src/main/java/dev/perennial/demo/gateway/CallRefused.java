package dev.perennial.demo.gateway;

/**
 * A call that is not worked off, with what Stripe says to it: no value of the call is in
 * it.
 */
class CallRefused extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final String code;

	private final String parameter;

	private final String saying;

	CallRefused(String code, String parameter, String saying) {
		super(saying);
		this.saying = saying;
		this.code = code;
		this.parameter = parameter;
	}

	String code() {
		return this.code;
	}

	String parameter() {
		return this.parameter;
	}

	String saying() {
		return this.saying;
	}

}
