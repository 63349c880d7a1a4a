/** The signing certificates that SAML metadata of an identity provider names, or what the file is instead. */
export type Metadata =
	| {readonly kind: 'found'; readonly certificates: readonly Uint8Array[]}
	| {readonly kind: 'wrong'; readonly why: string};

const wrong = (why: string): Metadata => ({kind: 'wrong', why});

/** Names of elements may carry a prefix: `ds:X509Certificate`. */
const prefix = '(?:[A-Za-z_][\\w.-]{0,40}:)?';
const certificate = new RegExp(
	`<${prefix}X509Certificate(?:\\s[^<>]{0,500})?>([A-Za-z\\d+/=\\s]{1,100000})</`,
	'g',
);
const keyDescriptor = new RegExp(`<${prefix}KeyDescriptor(?=[\\s>/])`);

/**
Find certificates in XML without an XML parser: no entity is ever expanded, a document that declares some is refused.
Keys that are marked for encryption alone are left aside, and so is what stands in comments.
*/
export function certificatesInMetadata(text: string): Metadata {
	if (/<!(?:DOCTYPE|ENTITY)/i.test(text)) {
		return wrong('It is XML with a document type of its own, which metadata has no use for.');
	}

	const plain = withoutComments(text);
	const providers = between(plain, 'IDPSSODescriptor');
	if (providers === '') {
		return wrong(
			new RegExp(`<${prefix}SPSSODescriptor[\\s>]`).test(plain)
				? 'It is the metadata of a service provider; that of the identity provider holds the certificate.'
				: 'It is XML, but no SAML metadata of an identity provider.',
		);
	}

	const certificates = providers
		.split(keyDescriptor)
		.slice(1)
		.filter(part => !/^[^<>]*\buse\s*=\s*["']encryption["']/.test(part))
		.flatMap(part => [...part.matchAll(certificate)].map(([, body = '']) => Buffer.from(body, 'base64')));
	return certificates.length === 0
		? wrong('It is SAML metadata without a certificate to sign with.')
		: {kind: 'found', certificates};
}

function withoutComments(text: string): string {
	return text
		.split('<!--')
		.map((part, index) => (index === 0 ? part : afterFirst(part, '-->')))
		.join('');
}

function afterFirst(text: string, end: string): string {
	const at = text.indexOf(end);
	return at === -1 ? '' : text.slice(at + end.length);
}

/** The content of every element of that name, whatever its prefix. */
function between(text: string, name: string): string {
	return text
		.split(new RegExp(`<${prefix}${name}(?=[\\s>])`))
		.slice(1)
		.map(part => part.split(new RegExp(`</${prefix}${name}\\s{0,20}>`), 1).join(''))
		.join('');
}
