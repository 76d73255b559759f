import PostmortemCommand

await Program.run()
