/** What a DER structure is, going by how it begins; nothing behind that is decoded. */
export type DerKind =
	| {readonly kind: 'certificate'}
	| {readonly kind: 'private_key'}
	| {readonly kind: 'wrong'; readonly why: string};

const sequence = 0x30;
const integer = 0x02;
const objectIdentifier = 0x06;

/**
Tell a certificate from what is mistaken for it (RFC 5280, 2986, 5958, 8017, 7292, 2315). Private keys and PKCS #12
containers begin with a version number, where a certificate has a structure.
*/
export function kindOfDer(der: Uint8Array): DerKind {
	const outer = contentOf(der, 0);
	if (outer === null || der[0] !== sequence) {
		return {kind: 'wrong', why: 'It is neither a certificate nor SAML metadata.'};
	}

	switch (der[outer]) {
		case integer: {
			return {kind: 'private_key'};
		}

		case objectIdentifier: {
			return {kind: 'wrong', why: 'It is a PKCS #7 container. Export the certificate alone, as PEM.'};
		}

		default: {
			return kindOfSigned(der, contentOf(der, outer));
		}
	}
}

/** A signed structure: a request begins with version 0, a certificate with its marked version or its serial number. */
function kindOfSigned(der: Uint8Array, inner: number | null): DerKind {
	if (inner === null) {
		return {kind: 'wrong', why: 'It is not whole.'};
	}

	const isVersionZero = der[inner] === integer && der[inner + 1] === 1 && der[inner + 2] === 0;
	if (isVersionZero) {
		return {
			kind: 'wrong',
			why: 'It is a certificate signing request (CSR): the identity provider has the certificate made from it.',
		};
	}

	return der[inner] === objectIdentifier
		? {kind: 'wrong', why: 'It is a public key without a certificate, so it says nothing of an end.'}
		: {kind: 'certificate'};
}

/** Where the content of the structure at `start` begins; null where its length is not whole. */
function contentOf(der: Uint8Array, start: number): number | null {
	const length = der[start + 1];
	if (length === undefined) {
		return null;
	}

	const first = start + 2 + (length < 0x80 ? 0 : length - 0x80);
	return length > 0x84 || first >= der.byteLength ? null : first;
}
