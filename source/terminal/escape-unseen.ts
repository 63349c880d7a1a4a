// Written as escapes they mean the same to a parser, and nothing to a terminal the file is shown on.
const unseen = /[[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]--\n]/gv;

/** JSON with what cannot be seen in it as `\u` escapes. */
export function escapeUnseen(json: string): string {
	return json.replaceAll(unseen, escapeUnits);
}

function escapeUnits(character: string): string {
	return character
		.split('')
		.map(unit => String.raw`\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
		.join('');
}
