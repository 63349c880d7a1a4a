import {list} from '../controls/rule-kinds/count.ts';
import {makeSafe} from '../terminal/make-safe.ts';
import {defaultPolicy, type Policy, type PolicyOverride} from '../types/policy.ts';
import {policyKeys} from '../types/policy-keys.ts';

/** What a policy sets otherwise than by default, in the order of the keys; none for the defaults. */
export function policyOverrides(policy: Policy): readonly PolicyOverride[] {
	return policyKeys.flatMap((key): readonly PolicyOverride[] => {
		switch (key) {
			case 'piiPatterns': {
				return listed(policy.piiPatterns, value => ({key, default: [], value}));
			}

			case 'exemptions': {
				return listed(policy.exemptions, value => ({key, default: [], value}));
			}

			case 'claimedDomains': {
				return listed(policy.claimedDomains, value => ({key, default: [], value}));
			}

			default: {
				const value = policy[key];
				return value === defaultPolicy[key] ? [] : [{key, default: defaultPolicy[key], value}];
			}
		}
	});
}

function listed<Item>(
	value: readonly Item[] | undefined,
	override: (value: readonly Item[]) => PolicyOverride,
): readonly PolicyOverride[] {
	return value === undefined || value.length === 0 ? [] : [override(value)];
}

/** An override for a person: `maxOwners 5 (default 3)`, `claimedDomains acme.example (default none)`. */
export function overrideWords(override: PolicyOverride): string {
	switch (override.key) {
		case 'piiPatterns': {
			return told(
				override.key,
				override.value.map(({pattern}) => makeSafe(pattern)),
			);
		}

		case 'exemptions': {
			return told(
				override.key,
				override.value.map(({rule, resource}) =>
					makeSafe(`${rule} for ${resource.type.replaceAll('_', ' ')} ${resource.id}`),
				),
			);
		}

		case 'claimedDomains': {
			return told(
				override.key,
				override.value.map(domain => makeSafe(domain)),
			);
		}

		default: {
			return `${override.key} ${override.value} (default ${override.default})`;
		}
	}
}

function told(key: string, items: readonly string[]): string {
	return `${key} ${list(items)} (default none)`;
}
