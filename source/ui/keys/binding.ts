/** Where keys are pressed; the control screen is one context a stage, and one for the questions of stage Act. */
export const contexts = [
	'start',
	'controls',
	'learn',
	'check',
	'gap',
	'act',
	'question',
	'verify',
	'contents',
	'chapter',
	'news',
	'compliance',
	'extras',
	'history',
	'comparison',
	'report',
	'rescue',
	'values',
	'imported',
	'help',
	'form',
	'form_choice',
	'importing',
	'filter',
	'findings',
	'rows',
	'readings',
	'waivers',
	'fix_choosing',
	'fix_waiting',
	'fix_confirming',
	'fix_whole',
	'fix_naming',
	'fix_ended',
] as const;
export type Context = (typeof contexts)[number];

/** What a key asks for. Handlers test commands, never characters. */
export type Command =
	| 'choose'
	| 'up'
	| 'down'
	| 'page_up'
	| 'page_down'
	| 'top'
	| 'bottom'
	| 'back'
	| 'next_stage'
	| 'previous_stage'
	| 'clicks'
	| 'more'
	| 'tick'
	| 'fix'
	| 'undo'
	| 'whole'
	| 'open_page'
	| 'copy_value'
	| 'attest'
	| 'withdraw'
	| 'import'
	| 'waive'
	| 'exempt'
	| 'mark_all'
	| 'waivers'
	| 'about'
	| 'hand_over'
	| 'not_on_screen'
	| 'park'
	| 'assure'
	| 'rescue'
	| 'go_on'
	| 'save_sheet'
	| 'copy_chosen'
	| 'confirm'
	| 'news'
	| 'extras'
	| 'history'
	| 'compare'
	| 'mark'
	| 'report'
	| 'save'
	| 'format'
	| 'list'
	| 'note'
	| 'read_again'
	| 'next'
	| 'level'
	| 'sort'
	| 'mend'
	| 'filter'
	| 'help'
	| 'quit'
	| 'interrupt'
	| 'set_aside'
	| 'accept'
	| 'next_field'
	| 'previous_field'
	| 'next_choice'
	| 'previous_choice'
	| 'toggle_choice'
	| 'sign_anew'
	| 'cancel';

export type Binding = {
	readonly command: Command;
	/** Names of `keyName()`. The first is the one shown in the footer. */
	readonly keys: readonly string[];
	/** A few words for the footer, one or two where they do. */
	readonly label: string;
	/** A sentence for the help screen and the key reference. */
	readonly help: string;
	readonly contexts: readonly Context[];
	/** Contexts whose footer shows it, in the order of this table. */
	readonly footer: readonly Context[];
};
