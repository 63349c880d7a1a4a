import {isIP} from 'node:net';
import {domainToASCII} from 'node:url';

/**
The name to ask DNS for: ASCII (Punycode for other letters), lower case, without a final dot. Null for what is no name
of a domain on the internet, such as an address, a single label or a URL.
*/
export function domainName(given: string): string | null {
	const plain = given.trim().replace(/\.$/, '');
	// The converter quietly drops tabs and cuts at slashes, so the spelling is looked at first.
	if (plain.length > 1000 || /[\s/\\?#@:[\]%\p{Cc}]/u.test(plain)) {
		return null;
	}

	const name = domainToASCII(plain);
	const labels = name.split('.');
	const isName =
		name.length <= 253 &&
		labels.length > 1 &&
		labels.every(label => /^(?!-)[a-z\d_-]{1,63}(?<!-)$/.test(label)) &&
		!/^\d+$/.test(labels.at(-1) ?? '') &&
		isIP(name) === 0;
	return isName ? name : null;
}
