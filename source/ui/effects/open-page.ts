import type {Store} from '../store.ts';
import type {Edges} from './edges.ts';

/** Open a page in the browser and say what came of it. */
export async function openPage(
	url: string,
	edges: Pick<Edges, 'openPage'>,
	store: Pick<Store, 'dispatch'>,
): Promise<void> {
	const message = (await edges.openPage(url))
		? 'Opened in the browser. Check the organization’s name there first.'
		: 'No browser could be opened from here; the address stands above.';
	store.dispatch({type: 'told', message});
}
