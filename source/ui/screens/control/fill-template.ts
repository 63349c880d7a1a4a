import type {AppState} from '../../state/app-state.ts';

/** A click's value with what the session knows filled in; what it does not know stays as `<words>`. */
export function fillTemplate(template: string, state: AppState): string {
	const {open} = state;
	const target = open?.target;
	const known: {readonly [name: string]: string | undefined} = {
		organizationId: target === undefined || target.kind === 'byHand' ? undefined : target.organizationId,
		organizationName: target === undefined || target.kind === 'byHand' ? undefined : target.name,
		domain: open?.session.profile.domains[0],
	};
	const unknown: {readonly [name: string]: string} = {
		organizationId: '<your organization id>',
		organizationName: '<your organization>',
		domain: '<your domain>',
	};
	return template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => known[name] ?? unknown[name] ?? whole);
}
