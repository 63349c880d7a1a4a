import {constants, type FileHandle, open} from 'node:fs/promises';
import {basename} from 'node:path';
import {makeSafe} from '../terminal/make-safe.ts';
import type {SamlCertificate} from '../types/evidence-facts.ts';
import {exitCodes} from '../types/exit-code.ts';
import type {ReadOk} from '../types/facts.ts';
import {UserError} from '../types/user-error.ts';
import {readCertificates} from './saml-certificate.ts';
import {systemReason} from './system-reason.ts';

/** Largest file, in bytes. */
const longestFile = 5 * 1024 * 1024;

/**
The certificates of a file that a person named. The file is read on this machine and goes nowhere.
@throws {UserError} exit 2 for what is no readable file, for what holds no certificate of an identity provider, and
for a private key, of which nothing is kept or shown
*/
export async function readCertificateFile(
	path: string,
	now: Date,
): Promise<ReadOk<readonly SamlCertificate[]>> {
	const bytes = await readBytes(path);
	const read = readCertificates(bytes);
	switch (read.kind) {
		case 'certificates': {
			return {
				outcome: 'ok',
				value: read.certificates,
				evidence: [
					{
						source: 'certificate',
						detail: makeSafe(basename(path)),
						grade: null,
						observedAt: now.toISOString(),
						outcome: 'ok',
					},
				],
			};
		}

		case 'private_key': {
			bytes.fill(0);
			throw refusal(
				path,
				'holds a private key and is not read.',
				'The certificate is public; the key belongs to the identity provider alone.',
				'Export the certificate without its key. If this file has travelled, have the key replaced.',
			);
		}

		case 'wrong': {
			throw refusal(path, 'holds no certificate of an identity provider.', read.why, next);
		}
	}
}

const next = 'Name the signing certificate (PEM or DER) or the metadata XML of the identity provider.';

async function readBytes(path: string): Promise<Buffer> {
	let handle: FileHandle | null = null;
	try {
		// A named pipe that nobody writes to would hang an open that waits.
		handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
		const {size, isRegular} = await handle
			.stat()
			.then(stats => ({size: stats.size, isRegular: stats.isFile()}));
		if (!isRegular) {
			throw refusal(path, 'is no certificate.', 'It is not a regular file.', next);
		}

		if (size > longestFile) {
			throw refusal(
				path,
				'is too large.',
				`Certificates and metadata fit into ${longestFile / 1024 / 1024} MB.`,
				next,
			);
		}

		return await handle.readFile();
	} catch (error) {
		throw error instanceof UserError ? error : refusal(path, 'cannot be read.', systemReason(error), next);
	} finally {
		await handle?.close();
	}
}

function refusal(path: string, what: string, why: string, then: string): UserError {
	return new UserError(`${makeSafe(path, 300)} ${what}`, {why, next: then, exitCode: exitCodes.usage});
}
