package dev.perennial.architecture.wrong.mail;

import com.icegreen.greenmail.util.ServerSetup;

/** Wrong on purpose: the catcher is the demo's. */
class CatchesItsOwnMail {

	ServerSetup setup = ServerSetup.SMTP;

}
