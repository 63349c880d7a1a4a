import {makeSafe} from '../../terminal/make-safe.ts';
import type {ResourceType} from '../../types/resource.ts';
import type {RegisterRows} from '../../types/rule.ts';
import type {Answers, AnswersContext} from './answers.ts';
import {AnswersFault, type Located, shown} from './located.ts';
import {mapEntries, mapFields, personText} from './located-fields.ts';
import {resourceKey} from './resource-ids.ts';
import {nobody, ruleOf} from './shared-takes.ts';

const rowTypes: {readonly [Rows in RegisterRows]: ResourceType} = {
	service_accounts: 'service_account',
	admins: 'user',
	projects: 'project',
};

/** A row of a rule's register; its labels are the rule's own. */
export function decodeRegisterEntry(item: Located, context: AnswersContext): Answers['registers'][number] {
	const fields = mapFields(item, 'a register entry', ['rule', 'resource', 'fields', 'by']);
	const {id, version, register} = fields.need('rule', value => {
		const rule = ruleOf(context)(value);
		if (rule.register === undefined) {
			const kept = context.rules.filter(each => each.register !== undefined).map(each => each.id);
			throw new AnswersFault(
				value.spot,
				`${rule.id} has no register`,
				`Registers belong to ${kept.join(', ')}.`,
			);
		}

		return {...rule, register: rule.register};
	});
	return {
		rule: id,
		ruleVersion: version,
		resource: fields.need('resource', value => {
			const resource = resourceKey(value);
			const wanted = rowTypes[register.rows];
			if (resource.type !== wanted) {
				throw new AnswersFault(
					value.spot,
					`the rows of ${id} are of another type`,
					`They are of type ${wanted}.`,
				);
			}

			return resource;
		}),
		fields: fields.need('fields', value => {
			const entries = [...mapEntries(value, 'what is registered')];
			if (entries.length === 0) {
				throw new AnswersFault(
					value.spot,
					'nothing is registered',
					`Write down ${register.fields.join(', ')}.`,
				);
			}

			return entries.map(([label, entry]) => {
				if (!register.fields.includes(label)) {
					throw new AnswersFault(
						entry.key,
						`${id} has no ${shown(label)} in its register`,
						`It has ${register.fields.join(', ')}.`,
					);
				}

				return {label: makeSafe(label), value: personText(entry.value)};
			});
		}),
		by: fields.may('by', personText, nobody),
	};
}
