import assert from 'node:assert/strict';
import {generateKeyPairSync, X509Certificate} from 'node:crypto';
import {readFileSync} from 'node:fs';
import {writeFile} from 'node:fs/promises';
import {join} from 'node:path';
import {describe, test} from 'node:test';
import fc from 'fast-check';
import {readCertificateFile} from '../../source/evidence/read-certificate-file.ts';
import {readCertificates} from '../../source/evidence/saml-certificate.ts';
import {UserError} from '../../source/types/user-error.ts';
import {temporaryDirectory} from '../session/state.ts';

const fixture = (name: string): Buffer => readFileSync(new URL(`fixtures/${name}`, import.meta.url));
const long = fixture('long.pem');
const short = fixture('short.pem');
const der = new X509Certificate(long).raw;
const base64 = der.toString('base64');
const now = new Date('2026-11-24T10:00:00Z');

function subjects(content: Buffer | string): unknown {
	const read = readCertificates(Buffer.from(content));
	return read.kind === 'certificates' ? read.certificates.map(({subject}) => subject) : read;
}

function why(content: Buffer | string): string {
	const read = readCertificates(Buffer.from(content));
	assert.equal(read.kind, 'wrong');
	return read.kind === 'wrong' ? read.why : '';
}

const idp = 'CN=idp.acme.example, O=Acme';
const key = (use: string, body: string, prefix = 'ds:'): string =>
	`<md:KeyDescriptor${use}><${prefix}KeyInfo><${prefix}X509Data><${prefix}X509Certificate>\n${body}\n</${prefix}X509Certificate></${prefix}X509Data></${prefix}KeyInfo></md:KeyDescriptor>`;
const metadata = (body: string, role = 'IDPSSODescriptor'): string =>
	`<?xml version="1.0"?>\n<md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata"><md:${role} protocolSupportEnumeration="x">${body}</md:${role}></md:EntityDescriptor>`;

describe('a certificate', () => {
	test('is found in PEM, DER, bare Base64 and metadata, with its dates', () => {
		const bare = base64.replaceAll(/.{64}/g, '$&\r\n');
		for (const content of [
			long,
			der,
			bare,
			metadata(key('', base64)),
			`Bag Attributes\n${long.toString()}`,
		]) {
			assert.deepEqual(subjects(content), [idp]);
		}

		const read = readCertificates(long);
		assert.deepEqual(read.kind === 'certificates' ? read.certificates[0] : read, {
			subject: idp,
			issuer: idp,
			fingerprint: new X509Certificate(long).fingerprint256,
			validFrom: '2020-01-01T00:00:00.000Z',
			validTo: '2049-12-31T23:59:59.000Z',
			isAuthority: false,
		});
	});

	test('is found behind a byte order mark, as Windows writes text', () => {
		const xml = metadata(key('', base64));
		assert.deepEqual(subjects(Buffer.from(`\ufeff${xml}`, 'utf8')), [idp]);
		assert.deepEqual(subjects(Buffer.from(`\ufeff${xml}`, 'utf16le')), [idp]);
	});

	test('of several each is given once, and those that signed it are left aside', () => {
		const all = Buffer.concat([long, short, long, fixture('authorities.pem')]);
		assert.deepEqual(subjects(all), [idp, 'CN=old.acme.example, O=Acme']);
	});
});

describe('metadata', () => {
	test('gives the keys to sign with, not those to encrypt with, nor what stands in comments', () => {
		const other = new X509Certificate(short).raw.toString('base64');
		assert.deepEqual(subjects(metadata(key(' use="encryption"', other) + key(' use="signing"', base64))), [
			idp,
		]);
		assert.deepEqual(subjects(metadata(`<!--${key('', other)}-->${key('', base64, '')}`)), [idp]);
	});

	test('of a service provider, without a certificate, or no metadata at all says what it is', () => {
		assert.match(why(metadata(key('', base64), 'SPSSODescriptor')), /service provider/);
		assert.match(why(metadata('')), /without a certificate/);
		assert.match(why('<html><body>Log in</body></html>'), /no SAML metadata/);
	});

	test('that declares entities is refused, and none is expanded', () => {
		const bomb = `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>${metadata(key('', '&b;'))}`;
		assert.match(why(bomb), /document type/);
		assert.match(why(metadata(key('', '&#65;&x;'))), /without a certificate/);
	});

	test('that is made to be slow is read in linear time', () => {
		const started = performance.now();
		for (const piece of [
			'<ds:X509Certificate>',
			'<md:KeyDescriptor ',
			'<!--',
			'<md:IDPSSODescriptor>',
			'<a:a:a:',
			'AAAA ',
		]) {
			readCertificates(Buffer.from(`<x>${metadata(key('', piece.repeat(100_000)))}`));
		}

		assert.ok(performance.now() - started < 3000);
	});
});

describe('what is no certificate', () => {
	test('says what it is', () => {
		assert.match(why(fixture('request.csr')), /signing request/);
		const request = Buffer.from(
			fixture('request.csr')
				.toString()
				.replaceAll(/-----.*-----|\s/g, ''),
			'base64',
		);
		assert.match(why(request), /signing request/);
		assert.match(why(fixture('container.p7b')), /PKCS #7/);
		assert.match(why(fixture('authorities.pem')), /bundle of 3 authorities/);
		assert.match(why('-----BEGIN X509 CRL-----\nAAAA\n-----END X509 CRL-----'), /revoked/);
		assert.match(why('-----BEGIN CERTIFICATE-----\nMIIB'), /no whole block/);
		assert.match(why(long.toString().replace('MIIBcTCC', 'MIIBcTCD')), /damaged/);
		assert.match(why('hello there'), /neither/);
		assert.match(why(''), /empty/);
		const {publicKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
		assert.match(why(publicKey.export({type: 'spki', format: 'pem'})), /public key/);
		assert.match(why(publicKey.export({type: 'spki', format: 'der'})), /public key/);
	});

	test('is a private key in any form: refused, also beside a certificate', () => {
		const {privateKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
		const pem = privateKey.export({type: 'pkcs8', format: 'pem'}).toString();
		const encrypted = privateKey.export({
			type: 'pkcs8',
			format: 'pem',
			cipher: 'aes-256-cbc',
			passphrase: 'x',
		});
		const contents = [
			pem,
			encrypted,
			privateKey.export({type: 'sec1', format: 'pem'}),
			privateKey.export({type: 'pkcs8', format: 'der'}),
			privateKey.export({type: 'sec1', format: 'der'}),
			// PKCS #12 begins with version 3.
			Buffer.from('308203e8020103308203b2', 'hex'),
			`${long.toString()}\n${pem}`,
			`<x>${pem}</x>`,
		];
		for (const content of contents) {
			assert.deepEqual(subjects(content), {kind: 'private_key'});
		}
	});

	test('is any bytes at all: there is always an answer', () => {
		fc.assert(
			fc.property(fc.uint8Array({maxLength: 400}), fc.nat(), (bytes, at) => {
				const mutated = Buffer.from(der);
				mutated[at % mutated.length] = bytes[0] ?? 0;
				for (const content of [bytes, mutated, Buffer.concat([Buffer.from([0x30]), bytes])]) {
					assert.ok(['certificates', 'wrong', 'private_key'].includes(readCertificates(content).kind));
				}
			}),
			{numRuns: 200},
		);
	});
});

test('a file gives a fact that names the file; one that is none, is too large or holds a key ends in exit 2', async t => {
	const directory = await temporaryDirectory(t);
	const file = async (name: string, content: string | Buffer): Promise<string> => {
		await writeFile(join(directory, name), content);
		return join(directory, name);
	};
	const good = await readCertificateFile(await file('idp.pem', long), now);
	assert.equal(good.outcome, 'ok');
	assert.deepEqual(good.evidence, [
		{source: 'certificate', detail: 'idp.pem', grade: null, observedAt: now.toISOString(), outcome: 'ok'},
	]);

	const {privateKey} = generateKeyPairSync('ec', {namedCurve: 'P-256'});
	const pem = privateKey.export({type: 'pkcs8', format: 'pem'}).toString();
	const refused: readonly (readonly [string, RegExp])[] = [
		[await file('key.pem', pem), /holds a private key and is not read/],
		[await file('large.pem', Buffer.alloc(5 * 1024 * 1024 + 1)), /is too large/],
		[join(directory, 'none.pem'), /cannot be read/],
		[directory, /is no certificate/],
	];
	for (const [path, message] of refused) {
		await assert.rejects(readCertificateFile(path, now), (error: unknown) => {
			assert.ok(error instanceof UserError);
			assert.equal(error.exitCode, 2);
			assert.match(error.message, message);
			const said = `${error.message} ${error.why} ${error.next}`;
			assert.ok(!said.includes(pem.split('\n')[1] ?? 'no key'));
			return true;
		});
	}
});
