import type {User} from '../../types/facts.ts';
import type {Resource} from '../../types/resource.ts';

/** A user as findings name one: by e-mail, which is what the screens of Mixpanel show. */
export function userResource(user: User): Resource {
	return {type: 'user', id: user.id, name: user.email};
}
