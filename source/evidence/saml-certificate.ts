import {X509Certificate} from 'node:crypto';
import {makeSafe} from '../terminal/make-safe.ts';
import type {SamlCertificate} from '../types/evidence-facts.ts';
import {certificatesInMetadata} from './certificates-in-metadata.ts';
import {kindOfDer} from './kind-of-der.ts';

/** What is in a file that should hold the identity provider's certificate. `why` says what it holds instead. */
export type CertificateFile =
	| {readonly kind: 'certificates'; readonly certificates: readonly SamlCertificate[]}
	| {readonly kind: 'wrong'; readonly why: string}
	/** A private key is somewhere in it: nothing else was looked at. */
	| {readonly kind: 'private_key'};

/** Certificates of one file that are looked at. A bundle of authorities has more than a hundred. */
const maximumCertificates = 20;

const wrong = (why: string): CertificateFile => ({kind: 'wrong', why});

/**
Find the certificates in the content of a file: PEM, DER, Base64 without armour, or SAML metadata of an identity
provider. Total: any bytes give an answer. A file with a private key in it is refused before anything is decoded.
*/
export function readCertificates(bytes: Uint8Array): CertificateFile {
	if (bytes.byteLength === 0) {
		return wrong('The file is empty.');
	}

	if (bytes[0] === 0x30 && !isText(bytes)) {
		return fromDer([bytes]);
	}

	const text = decodeText(bytes);
	if (/PRIVATE KEY-----/.test(text)) {
		return {kind: 'private_key'};
	}

	if (text.trimStart().startsWith('<')) {
		const found = certificatesInMetadata(text);
		return found.kind === 'wrong' ? found : fromDer(found.certificates);
	}

	return text.includes('-----BEGIN ') ? fromPem(text) : fromBase64(text);
}

function isText(bytes: Uint8Array): boolean {
	return bytes
		.subarray(0, 1000)
		.every(byte => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d);
}

/** UTF-8 unless a byte order mark says UTF-16, which Windows likes to write. */
function decodeText(bytes: Uint8Array): string {
	const encoding =
		bytes[0] === 0xff && bytes[1] === 0xfe
			? 'utf-16le'
			: bytes[0] === 0xfe && bytes[1] === 0xff
				? 'utf-16be'
				: 'utf-8';
	return new TextDecoder(encoding).decode(bytes);
}

const otherBlocks: readonly (readonly [RegExp, string])[] = [
	[
		/REQUEST$/,
		'It is a certificate signing request (CSR): the identity provider has the certificate made from it.',
	],
	[/^X509 CRL$/, 'It is a list of revoked certificates (CRL).'],
	[/^(?:PKCS7|CMS)$/, 'It is a PKCS #7 container. Export the certificate alone, as PEM.'],
	[/PUBLIC KEY$/, 'It is a public key without a certificate, so it says nothing of an end.'],
];

function fromPem(text: string): CertificateFile {
	const found: Uint8Array[] = [];
	let other: string | null = null;
	for (const [, label = '', body = ''] of text.matchAll(
		/-----BEGIN ([A-Z\d# ]{1,40})-----([A-Za-z\d+/=\s]{0,100000})-----END \1-----/g,
	)) {
		if (/^(?:X509 |TRUSTED )?CERTIFICATE$/.test(label)) {
			found.push(Buffer.from(body, 'base64'));
		} else {
			other ??= otherBlocks.find(([pattern]) => pattern.test(label))?.[1] ?? null;
		}
	}

	return found.length === 0
		? wrong(other ?? 'It has no whole block that begins with -----BEGIN CERTIFICATE-----.')
		: fromDer(found);
}

function fromBase64(text: string): CertificateFile {
	const plain = text.replaceAll(/\s/g, '');
	return plain !== '' && /^[A-Za-z\d+/]+={0,2}$/.test(plain)
		? fromDer([Buffer.from(plain, 'base64')])
		: wrong('It is neither a certificate nor SAML metadata.');
}

function fromDer(all: readonly Uint8Array[]): CertificateFile {
	const certificates = new Map<string, SamlCertificate>();
	for (const der of all) {
		const kind = kindOfDer(der);
		if (kind.kind !== 'certificate') {
			return kind;
		}

		const certificate = decode(der);
		if (certificate === null) {
			return wrong('A certificate in it is damaged.');
		}

		certificates.set(certificate.fingerprint, certificate);
		if (certificates.size > maximumCertificates) {
			return wrong(
				`It is a bundle of more than ${maximumCertificates} certificates, not the one of an identity provider.`,
			);
		}
	}

	// In a chain the identity provider's own comes with those that signed it; some providers mark theirs as an authority.
	const every = [...certificates.values()];
	const own = every.filter(({isAuthority}) => !isAuthority);
	if (own.length === 0 && every.length > 2) {
		return wrong(
			`It is a bundle of ${every.length} authorities (CA certificates), not the one of an identity provider.`,
		);
	}

	return {kind: 'certificates', certificates: own.length === 0 ? every : own};
}

function decode(der: Uint8Array): SamlCertificate | null {
	try {
		const {subject, issuer, fingerprint256, validFromDate, validToDate, ca} = new X509Certificate(der);
		return {
			subject: nameOf(subject),
			issuer: nameOf(issuer),
			fingerprint: fingerprint256,
			validFrom: validFromDate.toISOString(),
			validTo: validToDate.toISOString(),
			isAuthority: ca,
		};
	} catch {
		return null;
	}
}

/** The parts of a distinguished name on one line; the library puts each on its own. */
function nameOf(name: string | undefined): SamlCertificate['subject'] {
	return makeSafe((name ?? '').split('\n').join(', '));
}
