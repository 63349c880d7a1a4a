import type {ResourceKey} from '../types/resource.ts';

/** One text for what makes a resource itself: type and id, never its name. */
export function keyOf({type, id}: ResourceKey): string {
	return `${type} ${id}`;
}
