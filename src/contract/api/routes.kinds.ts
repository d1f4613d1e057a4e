import { KindDefinition } from '../common';
import {
  asOf,
  BodyId,
  changeReason,
  changeSource,
  cursor,
  dryRun,
  ifMatch,
  limit,
  ok,
  path,
  query,
  Route,
} from './route';

/** Resources travel as YAML too, when the caller accepts it. */
const travelling = (body: BodyId | `kind:${string}`, description = 'OK') => ({
  description,
  contentType: 'application/json',
  body,
  also: { 'application/yaml': body },
});

/** The calls that every kind has. */
export function kindRoutes(definition: KindDefinition): Route[] {
  const { kind, plural } = definition;
  const document = `kind:${kind}` as const;
  const name = path('name', `Name of the ${kind}.`);
  const request = { required: true, content: { 'application/json': document, 'application/yaml': document } };
  const label = kind;
  return [
    {
      method: 'get',
      path: `/${plural}`,
      operationId: `list${label}`,
      summary: `List resources of kind ${kind}`,
      role: 'Viewer',
      parameters: [
        query('labelSelector', 'Labels that must match, such as `team=sales,!draft`.'),
        query('q', 'Text that the name, title or description contains.'),
        limit,
        cursor,
      ],
      responses: { 200: travelling('ResourceList') },
      errors: [400],
    },
    {
      method: 'post',
      path: `/${plural}`,
      operationId: `create${label}`,
      summary: `Create a ${kind}`,
      role: 'Editor',
      parameters: [dryRun, changeReason, changeSource],
      request,
      responses: {
        200: travelling(document, 'Valid; nothing was written (dry run).'),
        201: travelling(document, 'Created.'),
      },
      errors: [400, 409, 413],
    },
    {
      method: 'get',
      path: `/${plural}/{name}`,
      operationId: `get${label}`,
      summary: `Read a ${kind}`,
      role: 'Viewer',
      parameters: [name, asOf],
      responses: { 200: travelling(document) },
      errors: [400, 404],
    },
    {
      method: 'put',
      path: `/${plural}/{name}`,
      operationId: `replace${label}`,
      summary: `Replace a ${kind}`,
      role: 'Editor',
      parameters: [name, ifMatch, dryRun, changeReason, changeSource],
      request,
      responses: { 200: travelling(document) },
      errors: [400, 404, 409, 412, 413, 428],
    },
    {
      method: 'patch',
      path: `/${plural}/{name}`,
      operationId: `patch${label}`,
      summary: `Change a ${kind} by a JSON merge patch`,
      role: 'Editor',
      parameters: [name, ifMatch, dryRun, changeReason, changeSource],
      request: { required: true, content: { 'application/merge-patch+json': 'text', 'application/json': 'text' } },
      responses: { 200: travelling(document) },
      errors: [400, 404, 409, 412, 413, 428],
    },
    {
      method: 'delete',
      path: `/${plural}/{name}`,
      operationId: `delete${label}`,
      summary: `Delete a ${kind} that nothing refers to`,
      role: 'Editor',
      parameters: [name, ifMatch, dryRun, changeReason, changeSource],
      responses: {
        200: travelling(document, 'May be deleted; nothing was written (dry run).'),
        204: { description: 'Deleted.', contentType: '' },
      },
      errors: [404, 409, 412, 428],
    },
    {
      method: 'get',
      path: `/${plural}/{name}/history`,
      operationId: `history${label}`,
      summary: `Every version of a ${kind}, newest first`,
      role: 'Viewer',
      parameters: [name],
      responses: ok('History'),
      errors: [404],
    },
  ];
}
