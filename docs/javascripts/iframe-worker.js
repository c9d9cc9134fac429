// A page that is opened as a file may start no worker, and the guide's search is one. There it runs in a hidden frame:
// what the page says to it arrives in the frame as a message, and what it answers arrives at the page as one.
if (location.protocol === "file:") {
  window.Worker = class extends EventTarget {
    constructor(script) {
      super()
      const frame = document.createElement("iframe")
      frame.hidden = true
      this.started = new Promise((started) => {
        frame.addEventListener("load", () => {
          const inside = frame.contentWindow
          inside.postMessage = (data) => this.dispatchEvent(new MessageEvent("message", { data }))
          const code = inside.document.createElement("script")
          code.src = new URL(script, document.baseURI).href
          code.addEventListener("load", () => started(inside))
          inside.document.head.append(code)
        })
      })
      document.body.append(frame)
    }

    async postMessage(data) {
      const inside = await this.started
      inside.dispatchEvent(new inside.MessageEvent("message", { data }))
    }
  }
}
