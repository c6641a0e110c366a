package dev.perennial;

import java.util.ArrayList;
import java.util.List;

import dev.perennial.renewal.Policy;
import dev.perennial.renewal.PolicySettings;

import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.PropertySourcesPlaceholdersResolver;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Binds the numbers of the rules, strictly: a key that is misspelt stops the start. */
@Configuration(proxyBeanMethods = false)
class PolicyConfiguration {

	@Bean
	Policy policy(Environment environment) {
		return read(environment);
	}

	static Policy read(Environment environment) {
		List<ConfigurationPropertySource> sources = new ArrayList<>();
		ConfigurationPropertySources.get(environment).forEach(sources::add);
		sources.add(new MapConfigurationPropertySource(PolicySettings.of(Policy.DEFAULTS)));
		Binder binder = new Binder(sources, new PropertySourcesPlaceholdersResolver(environment));
		BindHandler strict = new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter());
		return new Policy(binder.bind("renewal", Bindable.of(Policy.Renewal.class), strict).get(),
				binder.bind("notice", Bindable.of(Policy.Notice.class), strict).get(),
				binder.bind("payment", Bindable.of(Policy.Payment.class), strict).get(),
				binder.bind("approval", Bindable.of(Policy.Approval.class), strict).get(),
				binder.bind("parking", Bindable.of(Policy.Parking.class), strict).get());
	}

}
