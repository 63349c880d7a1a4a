/** Before what is different at Mixpanel, by the kind of difference. */
export const signs = {added: '+', gone: '−', changed: '~', not_compared: '?'} as const;
