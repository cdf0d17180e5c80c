/* Search from file://, where browsers start no worker: its script runs in a hidden frame of the page instead.
   Material for MkDocs finds it by the name IFrameWorker, and waits for the promise of importScripts. */
if (location.protocol === "file:") {
  window.IFrameWorker = class extends EventTarget {
    constructor(url) {
      super()
      this.url = url
      const frame = document.createElement("iframe")
      frame.hidden = true
      frame.title = "search"
      document.body.appendChild(frame)
      this.frame = frame
      const page = frame.contentWindow.document
      page.open()
      page.write(
        "<!doctype html><html><body><script>" +
          "const deliver = data => parent.dispatchEvent(new MessageEvent('granview-search', {data}));" +
          "window.postMessage = deliver;" +
          "window.importScripts = (...urls) => urls.reduce((before, url) => before.then(() => new Promise(done => {" +
          "const script = document.createElement('script'); script.src = url; script.onload = done;" +
          "document.body.appendChild(script) })), Promise.resolve());" +
          "<\/script><script src=\"" + url + "\"><\/script></body></html>"
      )
      page.close()
      window.addEventListener("granview-search", ({ data }) => {
        const event = new MessageEvent("message", { data })
        this.dispatchEvent(event)
        if (this.onmessage) this.onmessage(event)
      })
      frame.contentWindow.addEventListener("load", () => { this.ready = true; this.flush() })
      this.waiting = []
    }
    postMessage(data) {
      this.waiting.push(data)
      if (this.ready) this.flush()
    }
    flush() {
      for (const data of this.waiting.splice(0))
        this.frame.contentWindow.dispatchEvent(new MessageEvent("message", { data }))
    }
    terminate() {
      this.frame.remove()
    }
  }
  window.Worker = window.IFrameWorker
}
