import type {ChangeTarget} from './change-plan.ts';

/** The organization a change is made in: `Corp Example · 4410022 · US`. */
export function organizationWords(target: ChangeTarget): string {
	const region = target.kind === 'live' ? target.region.toUpperCase() : 'simulated';
	return `${target.name} · ${target.organizationId} · ${region}`;
}
