import type {Facts} from '../../types/facts.ts';
import {flagText} from '../call/flag-text.ts';
import type {Invocation} from '../invocation.ts';

/**
The facts of files a person named on the command line. Throws a UserError (exit 2) for a file that is not what its flag
asks for, and the signal's reason when it aborts.
*/
export async function givenFacts(invocation: Invocation, onProgress: (what: string) => void): Promise<Facts> {
	const certificate = flagText(invocation, 'saml-certificate');
	const log = flagText(invocation, 'import-audit-log');
	return {
		...(certificate === null ? {} : await certificateFact(certificate, invocation)),
		...(log === null ? {} : await logFact(log, invocation, onProgress)),
	};
}

async function certificateFact(path: string, {now}: Invocation): Promise<Facts> {
	const {readCertificateFile} = await import('../../evidence/read-certificate-file.ts');
	return {samlCertificates: await readCertificateFile(path, now())};
}

async function logFact(
	path: string,
	{now, signal}: Invocation,
	onProgress: (what: string) => void,
): Promise<Facts> {
	const {readAuditLog} = await import('../../evidence/audit-log/read-audit-log.ts');
	return {
		auditLog: await readAuditLog(path, {
			now: now(),
			signal,
			onProgress: ({done, size}) => onProgress(`reading the audit log, ${Math.floor((100 * done) / size)} %`),
		}),
	};
}
