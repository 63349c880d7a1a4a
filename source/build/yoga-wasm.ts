import {readFile} from 'node:fs/promises';
import type {Plugin} from 'esbuild';
import {replaceOnce} from './replace-once.ts';

const loader = "Yoga's loader";

/** How Yoga reads its WebAssembly: by `fetch` of a data URL, for which Node starts a whole HTTP stack. */
const fetching = `return w||"function"!=typeof fetch?Promise.resolve().then(function(){return wa()}):fetch(H,{credentials:"same-origin"}).then(function(a){if(!a.ok)throw"failed to load wasm binary file at '"+H+"'";return a.arrayBuffer()}).catch(function(){return wa()})`;

/** How it turns the base64 text into bytes without `fetch`: one character at a time. */
const decoding =
	'var b=xa(a.slice(37)),c=new Uint8Array(b.length);for(a=0;a<b.length;++a)c[a]=b.charCodeAt(a);var d=c';

/**
Have Yoga's WebAssembly decoded in place, which brings the first frame of Ink forward. Fails the build when Yoga
no longer looks as expected, so that an upgrade cannot quietly undo it.
*/
export const yogaWasm: Plugin = {
	name: 'yoga-wasm',
	setup(build) {
		build.onLoad({filter: /yoga-wasm-base64-esm\.js$/}, async ({path}) => ({
			contents: decodeInPlace(await readFile(path, 'utf8')),
			loader: 'js',
		}));
	},
};

/** Yoga's loader with both places replaced. Throws when one of them is not there exactly once. */
export function decodeInPlace(source: string): string {
	const withoutFetch = replaceOnce(source, fetching, 'return Promise.resolve().then(wa)', loader);
	return replaceOnce(withoutFetch, decoding, 'var d=Buffer.from(a.slice(37),"base64")', loader);
}
