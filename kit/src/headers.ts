/** What the gateway tells subgraphs about a request besides who asks; it sets these itself and lets no client do so. */
export const REQUEST_ID = 'x-request-id';
export const CLIENT_IP = 'x-client-ip';
export const CLIENT_USER_AGENT = 'x-client-user-agent';

/** More of a user agent is cut off. */
export const MAX_USER_AGENT_LENGTH = 255;
