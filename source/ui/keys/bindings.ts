import {actBindings} from './act-bindings.ts';
import type {Binding} from './binding.ts';
import {clickBindings} from './click-bindings.ts';
import {fixBindings} from './fix-bindings.ts';
import {importBindings} from './import-bindings.ts';
import {leaveBindings} from './leave-bindings.ts';
import {moveBindings} from './move-bindings.ts';
import {pickingBindings} from './picking-bindings.ts';
import {placeBindings} from './place-bindings.ts';

export {type Binding, type Command, type Context, contexts} from './binding.ts';

/**
The one table of keys. The handlers, the footer, the help screen and the key reference of the README all read
it, so that they cannot differ. Main acts first, then movement, then help and quit: the order of the footer.
*/
export const bindings: readonly Binding[] = [
	...fixBindings,
	...placeBindings,
	...pickingBindings,
	...clickBindings,
	...actBindings,
	...importBindings,
	...moveBindings,
	...leaveBindings,
];
