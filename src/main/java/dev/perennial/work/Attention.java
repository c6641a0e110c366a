package dev.perennial.work;

import java.time.LocalDate;
import java.util.List;

/**
 * What a person should look at after a night that is done, beside the parked items: a job
 * whose items can end in doubt contributes one as a bean.
 */
public interface Attention {

	/**
	 * The doubts of a night, one line each; none if all is well.
	 */
	List<String> after(LocalDate businessDate);

}
