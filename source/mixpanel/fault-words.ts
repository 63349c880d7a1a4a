import type {Exchange} from './exchange.ts';

const transientFaults: ReadonlySet<string> = new Set([
	'ECONNRESET',
	'ECONNABORTED',
	'EPIPE',
	'EAI_AGAIN',
	'ERR_HTTP_CONTENT_LENGTH_MISMATCH',
]);

const certificate = /CERT|SSL|TLS|SELF_SIGNED|LEAF_SIGNATURE/;

/** Whether a broken connection is worth another try: resets and passing trouble of the name service. */
export function isTransientFault(fault: Extract<Exchange, {kind: 'broken'}>): boolean {
	return transientFaults.has(fault.code);
}

/** A fault below HTTP as a sentence for a person. */
export function faultWords(fault: Extract<Exchange, {kind: 'timeout' | 'broken'}>): string {
	if (fault.kind === 'timeout') {
		return fault.phase === 'connect'
			? 'No connection in time. Check the network and any firewall.'
			: 'No complete answer in time.';
	}

	const {code} = fault;
	if (code.startsWith('PROXY_') && !certificate.test(code)) {
		return `The proxy of HTTPS_PROXY let nothing through (${code.slice('PROXY_'.length)}). Check its address, and whether it wants a name and password.`;
	}

	if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') {
		return 'The address of the server could not be looked up. Check the network.';
	}

	if (code === 'ECONNREFUSED') {
		return 'The server refuses connections.';
	}

	if (fault.hasBegun) {
		return `The answer broke off or could not be unpacked (${code}).`;
	}

	return certificate.test(code)
		? `The server's certificate was refused (${code.replace('PROXY_', '')}). Behind a company proxy, name its certificate in NODE_EXTRA_CA_CERTS.`
		: `The connection broke (${code}).`;
}
