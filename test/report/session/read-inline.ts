import fc from 'fast-check';

const pieces = [
	'`',
	'``',
	'```',
	'|',
	'\\',
	'*',
	'**',
	'_',
	'~~~',
	'<b>',
	'</td>',
	'<!--',
	'-->',
	'[x](http://evil.example)',
	'![i](x)',
	'[ ]',
	'&lt;',
	'&#35;',
	'#',
	'##',
	'---',
	'===',
	'- ',
	'+ ',
	'* ',
	'> ',
	'1. ',
	'2) ',
	'\n',
	'\n\n',
	'\r',
	'\t',
	'    ',
	' ',
	'|---|',
	'$x$',
	'{{x}}',
	'@ana',
	'a@b.example',
	'https://evil.example',
	'www.evil.example',
	'javascript:alert(1)',
	':smile:',
	'\u202E',
	'\u200B',
	'name',
	'ü',
	'😀',
	'.',
	',',
	'"',
	"'",
	'(',
	')',
];

/** Text made of what Markdown, HTML and terminals give a meaning to. */
export const hostileText = fc
	.array(fc.oneof(fc.constantFrom(...pieces), fc.string({unit: 'binary', maxLength: 3})), {maxLength: 8})
	.map(parts => parts.join(''));

const marking = /[\\`*_{}[\]<>|~#$]/u;

/**
One line of Markdown as a reader sees it: code spans by their fences and escapes by CommonMark 6.1 and 2.4 are text,
whatever else could mark up is `markup`.
*/
export function readInline(line: string): {readonly text: string; readonly markup: string} {
	let text = '';
	let markup = /^\s*(?:[-+](?:\s|$)|=+\s*$|-+\s*$|\d{1,9}[.)](?:\s|$)|\s{4})/u.exec(line)?.[0] ?? '';
	for (let index = 0; index < line.length; index += 1) {
		const rest = line.slice(index);
		const fence = /^`+/u.exec(rest)?.[0];
		if (fence !== undefined) {
			const body = rest.slice(fence.length);
			const end = [...body.matchAll(/`+/gu)].find(([run]) => run.length === fence.length)?.index;
			if (end === undefined) {
				markup += fence;
			} else {
				const inner = body.slice(0, end);
				text += /^ .*[^ ].* $/u.test(inner) ? inner.slice(1, -1) : inner;
			}

			index += fence.length * (end === undefined ? 1 : 2) + (end ?? 0) - 1;
		} else if (rest.startsWith('\\') && /^\\[!-/:-@[-`{-~]/u.test(rest)) {
			text += rest.charAt(1);
			index += 1;
		} else {
			const character = rest.charAt(0);
			markup += marking.test(character) || /^&[#a-z]/iu.test(rest) ? character : '';
			text += character;
		}
	}

	return {text, markup};
}
