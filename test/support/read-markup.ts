import assert from 'node:assert/strict';

/** An element with its attributes, the elements in it, and all text of it with theirs. */
export type MarkupElement = {
	readonly name: string;
	readonly attributes: ReadonlyMap<string, string>;
	readonly children: readonly MarkupElement[];
	readonly text: string;
};

type Open = {name: string; attributes: Map<string, string>; children: MarkupElement[]; text: string};

const entities = new Map([
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['quot', '"'],
	['apos', "'"],
]);

/**
The one element of a well-formed document, behind a declaration or doctype; fails for anything an XML parser would not
take: a stray `<`, `>` or `&`, an element left open, an attribute twice, a character XML has no place for. `voids` are
elements without an end, as in HTML. The content of `style` is taken as it stands.
*/
export function readMarkup(document: string, voids: readonly string[] = []): MarkupElement {
	assert.doesNotMatch(document, /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u);
	const body = document.replace(/^(?:<\?xml version="1\.0" encoding="UTF-8"\?>|<!doctype html>)\n/u, '');
	const top: Open = {name: '', attributes: new Map(), children: [], text: ''};
	const stack: Open[] = [top];
	for (const [piece, tag, text] of body.matchAll(/<([^<>]*)>|([^<>]+)|[<>]/gu)) {
		const open = stack.at(-1);
		assert.ok(open !== undefined, 'one element too many is closed');
		if (text !== undefined) {
			open.text += open.name === 'style' ? text : plain(text);
		} else if (tag === undefined) {
			assert.equal(open.name, 'style', `stray ${piece}`);
		} else if (tag.startsWith('/')) {
			assert.equal(tag.slice(1), open.name);
			close(stack);
		} else {
			const {
				name = '',
				rest = '',
				end = '',
			} = /^(?<name>[a-z][\w-]*)(?<rest>(?:\s[^"]*"[^"]*")*)(?<end>\/?)$/u.exec(tag)?.groups ?? {};
			assert.notEqual(name, '', `no tag: ${piece}`);
			stack.push({name, attributes: attributesOf(rest), children: [], text: ''});
			if (end === '/' || voids.includes(name)) {
				close(stack);
			}
		}
	}

	assert.equal(stack.length, 1, `left open: ${stack.map(({name}) => name).join(' ')}`);
	assert.equal(top.text.trim(), top.children[0]?.text.trim());
	assert.equal(top.children.length, 1);
	const [only] = top.children;
	assert.ok(only !== undefined);
	return only;
}

/** Every element of this name, however deep. */
export function all(element: MarkupElement, name: string): readonly MarkupElement[] {
	return [
		...(element.name === name ? [element] : []),
		...element.children.flatMap(child => all(child, name)),
	];
}

function close(stack: Open[]): void {
	const closed = stack.pop();
	const parent = stack.at(-1);
	assert.ok(closed !== undefined && parent !== undefined, 'one element too many is closed');
	parent.children.push(closed);
	parent.text += closed.text;
}

function attributesOf(text: string): Map<string, string> {
	const found = new Map<string, string>();
	const rest = text.replaceAll(/\s([a-z][\w:-]*)="([^"]*)"/gu, (_whole, name: string, value: string) => {
		assert.ok(!found.has(name), `${name} twice`);
		found.set(name, plain(value));
		return '';
	});
	assert.equal(rest, '', `no attribute: ${rest}`);
	return found;
}

function plain(text: string): string {
	return text.replaceAll(/&(?:#(\d+);|([a-z]+);)?/gu, (whole, number: string | undefined, name: string) => {
		const value = number === undefined ? entities.get(name) : String.fromCodePoint(Number(number));
		assert.ok(value !== undefined, `stray ${whole}`);
		return value;
	});
}
