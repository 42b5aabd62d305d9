/** Publishes a post: `npx node examples/publish-post.ts --token TOKEN [--url URL] TEXT`. */
import { createClient } from '@nexus/client/client';
import { PublishPost } from '@nexus/client/public';
import { readArguments } from './arguments.ts';

const { text, ...options } = readArguments();
const client = createClient({ ...options, name: 'publish-post' });

const { createPost } = await client.ask(PublishPost, { text });
for (const { message } of createPost.userErrors) console.error(message);
if (createPost.post) console.log(`Published as ${createPost.post.id}.`);
else process.exitCode = 1;
