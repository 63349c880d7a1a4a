import {exitCodes} from '../types/exit-code.ts';
import {UserError} from '../types/user-error.ts';

/** Node options that write memory or traffic to disk, or open the process to a debugger. */
const riskyOption =
	/^--(?:inspect|report-|experimental-report|tls-keylog|heapsnapshot-|heap-prof|abort-on-uncaught-exception|trace-event|trace-tls|diagnostic-dir)/;

const riskyVariables = ['NODE_DEBUG', 'NODE_DEBUG_NATIVE', 'NODE_V8_COVERAGE', 'SSLKEYLOGFILE'] as const;

/**
Settings of the runtime under which a secret could leave memory, one warning each; empty when there are none.
Throws a `UserError` (exit 2) when certificates would not be checked at all.
*/
export function findRuntimeRisks(
	environment: NodeJS.ProcessEnv,
	execArguments: readonly string[],
): readonly string[] {
	if (environment['NODE_TLS_REJECT_UNAUTHORIZED'] === '0') {
		throw new UserError('NODE_TLS_REJECT_UNAUTHORIZED=0 switches off the checking of certificates.', {
			why: "Anyone between this machine and Mixpanel could read the service account's secret.",
			next: 'Unset the variable. For a company certificate, point NODE_EXTRA_CA_CERTS at its file.',
			exitCode: exitCodes.usage,
		});
	}

	const variables = riskyVariables.filter(name => (environment[name] ?? '') !== '');
	const options = [...execArguments, ...(environment['NODE_OPTIONS'] ?? '').split(/\s+/)]
		.map(option => option.replaceAll('"', '').replaceAll('_', '-').replace(/=.*/s, ''))
		.filter(option => riskyOption.test(option));
	return [...variables, ...new Set(options)].map(
		name => `Warning: ${name} is active. What it writes can hold secrets; better start without it.`,
	);
}
