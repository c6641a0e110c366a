package dev.perennial.architecture.wrong.notice;

import org.thymeleaf.TemplateEngine;

/** Wrong on purpose: templates are mail's. */
class WritesItself {

	TemplateEngine engine = new TemplateEngine();

}
