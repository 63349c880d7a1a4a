import {count} from '../../controls/rule-kinds/count.ts';
import type {Team} from '../../types/facts.ts';
import type {Resource} from '../../types/resource.ts';
import {compareLists, type Difference} from './difference.ts';

/** Teams that came, went, or have another number of members; a number that is not told compares with none. */
export function compareTeams(before: readonly Team[], after: readonly Team[]): Difference[] {
	return compareLists(before, after, {
		added: team => ({
			kind: 'added',
			sentence: `the team ${team.name} is new`,
			resource: resourceOf(team),
			controls: ['2.1'],
		}),
		gone: team => ({
			kind: 'gone',
			sentence: `the team ${team.name} is gone`,
			resource: resourceOf(team),
			controls: ['2.1'],
		}),
		changes: (old, team) =>
			old.members === team.members || old.members === null || team.members === null
				? []
				: [
						{
							kind: 'changed',
							sentence: `the team ${team.name} has ${count(team.members, 'member')} now, had ${old.members}`,
							resource: resourceOf(team),
							controls: ['2.1'],
						},
					],
	});
}

function resourceOf({id, name}: Team): Resource {
	return {type: 'team', id, name};
}
