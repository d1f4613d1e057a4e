import { type MouseEvent } from 'react';

/**
 * For `onMouseDown` of a form's button: the field that is being written in keeps the focus. Else its message appears while the mouse
 * is down, pushes the button away from under it, and there is no click.
 */
export const keepFocus = (event: MouseEvent) => event.preventDefault();
