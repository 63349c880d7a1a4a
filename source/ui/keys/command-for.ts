import {type Binding, bindings, type Command, type Context} from './bindings.ts';

/** The command a key asks for in a context, null when the key does nothing there. */
export function commandFor(context: Context, key: string): Command | null {
	return (
		bindings.find(binding => binding.contexts.includes(context) && binding.keys.includes(key))?.command ??
		null
	);
}

/** The bindings that work in a context, in the order of the table. */
export function bindingsIn(context: Context): readonly Binding[] {
	return bindings.filter(binding => binding.contexts.includes(context));
}
