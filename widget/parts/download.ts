/** A file made here, for the device. */
export function download(text: string, name: string, type: string) {
  const address = URL.createObjectURL(new Blob([text], { type: `text/${type};charset=utf-8` }))
  Object.assign(document.createElement('a'), { href: address, download: name }).click()
  // the address goes with the page: taken away sooner, some browsers have nothing left to save
}
