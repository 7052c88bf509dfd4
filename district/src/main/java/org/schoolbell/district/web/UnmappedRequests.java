package org.schoolbell.district.web;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Words what the servlet container refuses before it knows whom to ask, such as a path with an encoded slash, instead of the container's own page. */
@Component
class UnmappedRequests implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
	private final ObjectProvider<ErrorAnswers> answers;

	/** @param answers made when they are first needed: the server is made before most else */
	UnmappedRequests(ObjectProvider<ErrorAnswers> answers) {
		this.answers = answers;
	}

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		factory.addContextCustomizers(context -> context.getParent().getPipeline().addValve(new Report(answers)));
	}

	/** Within the container's own, which leaves alone what has been reported. */
	private static final class Report extends ErrorReportValve {
		private final ObjectProvider<ErrorAnswers> answers;

		private Report(ObjectProvider<ErrorAnswers> answers) {
			this.answers = answers;
		}

		@Override
		protected void report(Request request, Response response, @Nullable Throwable failure) {
			HttpStatus status = HttpStatus.resolve(response.getStatus());
			if (status == null || !status.isError() || response.getContentWritten() > 0 || !response.setErrorReported()) {
				return;
			}
			AtomicBoolean connected = new AtomicBoolean();
			response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, connected);
			if (!connected.get()) {
				return;
			}
			try {
				answers.getObject().writeBare(request, response, new Refusal(status, "The request could not be taken as it is."));
				response.finishResponse();
			} catch (IOException gone) {
				// nobody is there to read an answer
			}
		}
	}
}
