import type {Effect} from '../state/effect.ts';
import type {Store} from '../store.ts';
import {copyWords} from './copy-words.ts';
import type {Edges} from './edges.ts';
import {openPage} from './open-page.ts';

/** What is asked of the terminal and of what it runs in: the browser, the clipboard, the shell. */
export function runTerminal(
	effect: Extract<Effect, {readonly type: 'open_page' | 'copy' | 'set_aside'}>,
	edges: Edges,
	store: Pick<Store, 'dispatch'>,
): void {
	switch (effect.type) {
		case 'open_page': {
			void openPage(effect.url, edges, store);
			return;
		}

		case 'copy': {
			store.dispatch({type: 'told', message: copyWords(edges.copy(effect.text))});
			return;
		}

		case 'set_aside': {
			edges.setAside?.();
		}
	}
}
