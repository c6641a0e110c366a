package dev.perennial.mail.text;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The writer of mails as a bean.
 */
@Configuration(proxyBeanMethods = false)
class MailTextConfiguration {

	@Bean
	MailText mailText() {
		return new MailText();
	}

}
