/** In place of what a resident alone needs: nothing is taken along, kept on the device or left in a hurry, and no foot leads away. */

const Nothing = () => null

export {
  Nothing as Foot,
  Nothing as Human,
  Nothing as Leaving,
  Nothing as OwnRow,
  Nothing as QuickExit,
  Nothing as Save,
  Nothing as Top,
}
