import type {Facts} from '../types/facts.ts';
import {flagText} from './flag-text.ts';
import type {Invocation} from './invocation.ts';

/**
The facts of files a person named on the command line. Throws a UserError (exit 2) for a file that is not what its flag
asks for.
*/
export async function givenFacts(invocation: Invocation): Promise<Facts> {
	const certificate = flagText(invocation, 'saml-certificate');
	if (certificate === null) {
		return {};
	}

	const {readCertificateFile} = await import('../evidence/read-certificate-file.ts');
	return {samlCertificates: await readCertificateFile(certificate, invocation.now())};
}
