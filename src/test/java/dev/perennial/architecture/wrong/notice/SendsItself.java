package dev.perennial.architecture.wrong.notice;

import jakarta.mail.MessagingException;

/** Wrong on purpose: mail is mail's. */
class SendsItself {

	MessagingException failure = new MessagingException();

}
