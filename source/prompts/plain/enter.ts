import type {Command, Context} from '../../ui/keys/bindings.ts';
import {bindingsIn} from '../../ui/keys/command-for.ts';

/** What the Enter key asks for in a context, as the table of keys has it; null where it does nothing. */
export function enterCommand(context: Context): Command | null {
	return bindingsIn(context).find(({keys}) => keys.includes('enter'))?.command ?? null;
}

/** What an empty answer does, in words; `row` is the key of the selected row, null where there are no rows. */
export function enterWords(context: Context, row: string | null): string {
	const binding = bindingsIn(context).find(({keys}) => keys.includes('enter'));
	if (binding === undefined) {
		return 'goes back';
	}

	return binding.command === 'choose' && row !== null ? `opens ${row}` : `to ${binding.label}`;
}
