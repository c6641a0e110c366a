package dev.perennial.vat;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The checks of VAT ids as a bean. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VatProperties.class)
class VatConfiguration {

	@Bean
	VatIds vatIds(VatProperties properties) {
		return properties.vatIds();
	}

}
