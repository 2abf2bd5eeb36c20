// first file comes next
